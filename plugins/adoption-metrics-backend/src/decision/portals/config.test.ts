import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { adoptionMetricsConfig } from '../../config';
import { readKey, sentenceOn, unknownKeys } from '../../configuration';
import { parseDay } from '../../time';
import { portalsConfig } from './config';

const KEY = 'adoptionMetrics.decision.portals';

function read(portals: JsonValue) {
  const config = new ConfigReader({
    adoptionMetrics: { decision: { portals } },
  });
  return readKey(config, KEY, portalsConfig.prefault([]));
}

const least = { id: 'poc', title: 'A candidate' };

describe('portalsConfig', () => {
  it('has defaults for everything but what a portal is called', () => {
    expect(read([least])).toEqual([{ ...least, mapBy: 'ref', names: {} }]);
  });

  it('takes everything that there is', () => {
    const all = {
      id: 'second-2',
      title: 'The second',
      option: 'bought',
      since: '2026-03-02',
      url: 'https://second.example.com/portal',
      subject: 'external:second',
      mapBy: 'annotation',
      annotation: 'github.com/user-login',
      names: { 'ada.l@example.com': 'Ada' },
    };
    expect(read([all])).toEqual([
      {
        ...all,
        since: parseDay('2026-03-02'),
        names: { 'ada.l@example.com': 'user:default/ada' },
      },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['the id of this portal', { id: 'this' }, /\[0\]\.id is 'this'; expected/],
    ['the id of all', { id: 'any' }, /\[0\]\.id is 'any'; expected/],
    ['an id that is none', { id: 'A b' }, /\[0\]\.id is 'A b'; expected/],
    ['no title', { title: undefined }, /\[0\]\.title is missing; expected/],
    ['no day', { since: '2026' }, /\[0\]\.since is '2026'; expected days/],
    [
      'a password in an address',
      { url: 'https://ada:secret@example.com' },
      /\[0\]\.url contains a user name or password; remove them/,
    ],
    ['an unknown mapping', { mapBy: 'phone' }, /mapBy is 'phone'; expected/],
    [
      'no annotation',
      { mapBy: 'annotation' },
      /\[0\]\.annotation is missing; expected annotations/,
    ],
    [
      'a group as a person',
      { names: { ada: 'group:default/team' } },
      /names\.ada is 'group:default\/team'; expected entity refs of users/,
    ],
  ])('refuses %s, and names the key', (_what, wrong, message) => {
    const portal = JSON.parse(JSON.stringify({ ...least, ...wrong }));
    expect(() => read([portal])).toThrow(message);
  });

  it('refuses an id that stands twice', () => {
    expect(() => read([least, least])).toThrow(
      /portals has 'poc' twice; expected portals with ids of their own/,
    );
  });

  it('knows which keys have no effect', () => {
    const decision = { portals: [least, { ...least, id: 'b', tittle: 'B' }] };
    const unknown = unknownKeys(
      adoptionMetricsConfig,
      { decision },
      'adoptionMetrics',
    );
    expect(unknown.map(sentenceOn)).toEqual([
      "adoptionMetrics.decision.portals[1].tittle is unknown and has no effect; did you mean 'title'?",
    ]);
  });
});
