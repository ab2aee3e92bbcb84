// Reads a calendar on standard input with ical.js and tells what it found, as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

function occurrences(event) {
  const days = [];
  const next = event.iterator();
  for (let time = next.next(); time && days.length < 1000; time = next.next()) {
    days.push(time.toString().slice(0, 10));
  }
  return days;
}

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    start: event.startDate.toJSDate().toISOString(),
    allDay: event.startDate.isDate,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    days: occurrences(event),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events }));
