// Reads an RSS or Atom feed on standard input with rss-parser and tells what it found, as JSON.
import { readFileSync } from "node:fs";
import Parser from "rss-parser";

const parser = new Parser({ customFields: { item: ["ev:startdate", "ev:location"] } });
console.log(JSON.stringify(await parser.parseString(readFileSync(0, "utf-8"))));
