import fc from 'fast-check';
import { clip, partsOf, union } from '../time';
import { StateIntervals } from './stateTimes';
import { UptimeHistory } from './UptimeHistory';

const END = 100;

const anySpan = fc
  .tuple(fc.nat(END), fc.nat(END))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const anySpans = fc.array(anySpan, { maxLength: 8 }).map(union);

const anyStates: fc.Arbitrary<StateIntervals> = fc.record({
  observed: anySpans,
  maintenance: anySpans,
  down: anySpans,
  restarts: anySpans,
  unknown: anySpans,
});

describe('UptimeHistory', () => {
  it('is the same, however many parts it is read in', () => {
    fc.assert(
      fc.property(
        anyStates,
        fc.integer({ min: 1, max: 7 }),
        anySpan,
        (states, n, window) => {
          const parts = partsOf({ from: 0, to: END }, n).map(part =>
            mapStates(states, spans => clip(spans, part)),
          );
          const history = new UptimeHistory(parts, { now: END });
          expect(history.statesIn(window)).toEqual(
            mapStates(states, spans => clip(spans, window)),
          );
        },
      ),
    );
  });
});

function mapStates(
  states: StateIntervals,
  change: (spans: StateIntervals['down']) => StateIntervals['down'],
): StateIntervals {
  return {
    observed: change(states.observed),
    maintenance: change(states.maintenance),
    down: change(states.down),
    restarts: change(states.restarts),
    unknown: change(states.unknown),
  };
}
