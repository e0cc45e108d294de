// Validates a state machine definition after substitution, then checks the rules that the validator does not know.
import { readFileSync } from "node:fs";
import validate from "asl-validator";

const PLACEHOLDER = /\$\{(\w+)\}/g;
const EXAMPLES = {
  CycleBucket: "example-bucket",
  MaxPairConcurrency: "40",
  MaxUnmatchedConcurrency: "10",
  MaxTileConcurrency: "30",
  Pairing: "one-function",
  RetryWaitSeconds: "120",
};

/** The value a placeholder has in this check: an example setting, or an alias ARN for a function. */
function example(name) {
  if (name.endsWith("Function")) {
    return `arn:aws:lambda:eu-west-1:123456789012:function:${name}:live`;
  }
  if (EXAMPLES[name] === undefined) {
    throw new Error(`no example value for \${${name}}; add one to EXAMPLES`);
  }
  return EXAMPLES[name];
}

/** Every state with its path, those inside maps too. */
function* statesOf(machine, path) {
  for (const [name, state] of Object.entries(machine.States)) {
    yield { path: `${path}.${name}`, state };
    if (state.ItemProcessor) yield* statesOf(state.ItemProcessor, `${path}.${name}`);
  }
}

function* taskFaults(task, retry) {
  if (task.TimeoutSeconds === undefined) yield "has no TimeoutSeconds";
  if (JSON.stringify(task.Retry) !== retry) yield "has another Retry list than the first task";
  if (task.Catch) yield "has a Catch: redrive could not run it again";
}

function* mapFaults(map) {
  if (map.ItemProcessor.ProcessorConfig?.Mode !== "DISTRIBUTED") yield "is not distributed";
  if (map.ItemProcessor.ProcessorConfig?.ExecutionType !== "STANDARD") yield "has children that are not Standard";
  for (const field of ["Label", "MaxConcurrency", "ToleratedFailurePercentage", "ItemReader", "ItemSelector", "ResultWriter"]) {
    if (map[field] === undefined) yield `has no ${field}`;
  }
  if (map.Retry) yield "has a Retry: it would run every item again";
  if (map.Catch) yield "has a Catch: redrive could not run it again";
}

function faultsOf(machine) {
  const states = [...statesOf(machine, "States")];
  const retry = JSON.stringify(states.find(({ state }) => state.Type === "Task")?.state.Retry);
  const faults = machine.TimeoutSeconds === undefined ? ["the machine has no TimeoutSeconds"] : [];
  for (const { path, state } of states) {
    const found = state.Type === "Task" ? taskFaults(state, retry) : state.Type === "Map" ? mapFaults(state) : [];
    faults.push(...[...found].map((fault) => `${path} ${fault}`));
  }
  return faults;
}

const file = process.argv[2];
const text = readFileSync(file, "utf8");
JSON.parse(text); // valid JSON before substitution too
const machine = JSON.parse(text.replace(PLACEHOLDER, (_, name) => example(name)));
const faults = faultsOf(machine);
const verdict = validate(machine);
faults.push(...verdict.errors.map((error) => `${error["Error code"]}: ${error.Message ?? JSON.stringify(error)}`));

if (faults.length > 0) {
  console.error(`${file} has ${faults.length} fault(s):\n  ${faults.join("\n  ")}`);
  process.exit(1);
}
console.log(`${file}: ${[...statesOf(machine, "States")].length} states, valid`);
