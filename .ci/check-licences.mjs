// Lists the licences of all components in target/bom.json, and fails for one that .ci/licences.json does not allow.
// A component with several licences leaves the choice to its user: one allowed is enough.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const bill = read('../target/bom.json');
const { allowed, exceptions } = read('./licences.json');

const nameOf = (component) => `${component.group}:${component.name}`;
const licencesOf = (component) =>
  (component.licenses ?? []).flatMap(({ license, expression }) =>
    expression ? expression.split(/\s+OR\s+/) : [license.id ?? license.name]);
const isAllowed = (component) =>
  licencesOf(component).some((licence) => licence in allowed || exceptions[nameOf(component)]?.licence === licence);

const foreign = bill.components.filter((component) => component.group !== bill.metadata.component.group);
if (foreign.length === 0) {
  throw new Error('target/bom.json lists no components; build it by ./mvnw package');
}

const label = (component) => licencesOf(component).join(' or ') || 'none stated';
const byLicence = foreign.reduce(
  (groups, component) => groups.set(label(component), [...(groups.get(label(component)) ?? []), component]),
  new Map());
for (const [licence, components] of [...byLicence].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${String(components.length).padStart(4)}  ${licence}`);
}

const refused = foreign.filter((component) => !isAllowed(component));
for (const component of refused) {
  console.error(`${nameOf(component)}:${component.version} has the licence ${label(component)}, which .ci/licences.json does not allow`);
}
const stale = Object.keys(exceptions).filter((name) => !foreign.some((component) => nameOf(component) === name));
for (const name of stale) {
  console.error(`.ci/licences.json excepts ${name}, which is not used any more`);
}
process.exit(refused.length + stale.length > 0 ? 1 : 0);
