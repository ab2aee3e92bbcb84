// Time chrono-node's Chinese parser: node peer_chrono.mjs FOLDER-WITH-NODE_MODULES LINES.txt 2024-05-20
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, path, day] = process.argv.slice(2);
const chrono = createRequire(`${folder}/`)("chrono-node");
const reports = readFileSync(path, "utf8").split("\n");
const reference = new Date(`${day}T00:00:00+08:00`);
const read = () => reports.reduce((sum, report) => sum + chrono.zh.parse(report, reference).length, 0);

read(); // once for the compiler
const began = process.hrtime.bigint();
const found = read();
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify({ found, seconds }));
