// Reads a calendar on standard input with node-ical and tells what it found, as JSON.
import { readFileSync } from "node:fs";
import ical from "node-ical";

const found = Object.values(ical.sync.parseICS(readFileSync(0, "utf-8")));
const events = found
  .filter((each) => each.type === "VEVENT")
  .map((event) => ({
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    start: event.start.toISOString(),
    allDay: event.datetype === "date",
    status: event.status,
    sequence: Number(event.sequence),
    days: event.rrule ? event.rrule.all((_, count) => count < 1000).length - Object.keys(event.exdate ?? {}).length : 1,
  }));
console.log(JSON.stringify({ events }));
