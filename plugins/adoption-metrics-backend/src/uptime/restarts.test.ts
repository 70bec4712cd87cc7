import { MINUTE_MS, SECOND_MS } from '../time';
import { findRestarts } from './restarts';

const past = { from: 0, to: 60 * MINUTE_MS };
const at = (minute: number, seconds: number) => ({
  from: minute * MINUTE_MS,
  to: minute * MINUTE_MS + seconds * SECOND_MS,
});

describe('findRestarts', () => {
  it('finds silence of under a minute, and no longer one', () => {
    const silence = [at(5, 0.4), at(10, 59.999), at(20, 60), at(30, 600)];
    const found = findRestarts(silence, { past, silence, objections: [] });
    expect(found).toEqual([at(5, 0.4), at(10, 59.999)]);
  });

  it('is none where a check or a database objected as well', () => {
    const silence = [at(5, 20), at(10, 20)];
    const objections = [at(40, 5), { from: 9 * MINUTE_MS, to: silence[1].to }];
    const down = [silence[0], { from: 9 * MINUTE_MS, to: silence[1].to }];
    const found = findRestarts(down, { past, silence, objections });
    expect(found).toEqual([silence[0]]);
  });

  it('is none where only a check objected', () => {
    const objections = [at(5, 20)];
    const found = findRestarts(objections, { past, silence: [], objections });
    expect(found).toEqual([]);
  });

  it('is none where the silence went on in maintenance or beyond the window', () => {
    const silence = [
      at(0, 20),
      at(10, 600),
      { from: past.to - 1, to: past.to },
    ];
    const down = [silence[0], at(10, 20), silence[2]];
    expect(findRestarts(down, { past, silence, objections: [] })).toEqual([]);
  });
});
