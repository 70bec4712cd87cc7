import { ensurePacked } from 'toolchain/lib/pack.mjs';
import { UserError } from 'toolchain/lib/say.mjs';
import { tryWay } from '../install/tryWay';
import { ways } from '../install/ways';
import { Finding, Trial } from '../Trial';

export const install: Trial = {
  does: 'The packed plugins are installed in new portals created with create-app, by following the steps of the README and the docs. Then a person signs in and is counted.',
  async run({ note, short, only }) {
    const names = namesOf(short, only);
    await ensurePacked(process.env);
    const findings: Finding[] = [];
    for (const name of names) {
      note(`${name}: ${ways[name].does}`);
      findings.push(...(await tryWay(name, ways[name], note)));
    }
    return findings;
  },
};

function namesOf(short: boolean, only?: string): string[] {
  const all = Object.keys(ways);
  if (only !== undefined && !all.includes(only)) {
    throw new UserError(`--only is one of ${all.join(', ')}, not '${only}'`);
  }
  const [first] = all;
  if (only !== undefined) {
    return [only];
  }
  return short ? [first] : all;
}
