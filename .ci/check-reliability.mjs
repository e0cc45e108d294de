#!/usr/bin/env node
// Shows what the searches for broken promises found, and checks it: check-reliability FILE [NAME...].
// Each NAME must be there; no search may have found a violation or missed a mutant.
import { readFileSync } from "node:fs";

const [file, ...expected] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(file, "utf8"));

const count = (row) => (row.runs ?? row.states).toLocaleString("en") + (row.runs === undefined ? " states" : " runs");
const cells = rows.map((row) => [
  row.search,
  count(row),
  row.mutants > 0 ? `${row.caught} of ${row.mutants}` : "",
  `${row.violations}`,
  row.seed === undefined ? "" : `${row.seed}`,
  `${row.seconds.toFixed(1)} s`,
]);
const head = ["search", "runs or states", "mutants caught", "violations", "seed", "time"];
const width = head.map((_, i) => Math.max(...[head, ...cells].map((line) => line[i].length)));
for (const line of [head, ...cells]) console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(width[i]) : cell.padStart(width[i]))).join("  "));

const faults = [];
for (const name of expected) if (!rows.some((row) => row.search === name)) faults.push(`${name} is missing`);
for (const row of rows) {
  if (row.violations > 0) faults.push(`${row.search} found ${row.violations} violations`);
  if (row.caught !== row.mutants) faults.push(`${row.search} noticed ${row.caught} of ${row.mutants} mutants`);
}
for (const fault of faults) console.error(`${file}: ${fault}`);
if (faults.length > 0) process.exit(1);
