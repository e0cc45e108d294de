#!/usr/bin/env node
// Checks what `mosaic run --json` or `mosaic redrive --json` printed: check-run FILE complete|broken [LEAST].
// LEAST is how many pairs must be planned, 50 by default; of fewer than that, no likeness is asked for.
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [file, expected, least = "50"] = process.argv.slice(2);
const outcome = JSON.parse(readFileSync(file, "utf8"));
const { planned, completed, unfinished } = outcome.summary;

const faults = [];
const must = (holds, text) => holds || faults.push(text);

must(planned >= Number(least), `only ${planned} pairs were planned`);
must(Number(least) < 50 || outcome.times_as_alike >= 2, `pairs are only ${outcome.times_as_alike} times as alike as random pairs`);
must(statSync(fileURLToPath(outcome.report)).size > 10_000, `the report ${outcome.report} is nearly empty`);
if (expected === "complete") {
  must(outcome.status === "SUCCEEDED", `the execution ended as ${outcome.status}`);
  must(completed === planned && unfinished === 0, `${completed} of ${planned} pairs are complete`);
} else {
  must(outcome.status === "FAILED", `the execution ended as ${outcome.status}`);
  must(completed > 0 && unfinished > 0, `${completed} pairs are complete, ${unfinished} unfinished`);
  must(completed + unfinished === planned, `${planned} planned, ${completed} complete, ${unfinished} unfinished`);
}

for (const fault of faults) console.error(`${file}: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log(
  `${outcome.cycle_id}: ${outcome.status}, ${completed} of ${planned} pairs complete, ` +
    `${outcome.times_as_alike.toFixed(2)} times as alike as random pairs`,
);
