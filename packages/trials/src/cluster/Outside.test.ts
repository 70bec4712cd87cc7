import { differences } from './Outside';

const crash = { from: 10_000, to: 30_000, cause: 'crash' };
const rules = { tolerance: 8_000 };
const compare = (measured: object) =>
  differences([{ ...crash, ...measured }], [crash], rules).length;

it('accepts what is off by two heartbeats at most', () => {
  expect(compare({ from: 11_000, to: 37_000 })).toBe(0);
  expect(compare({ from: 3_000, to: 22_000 })).toBe(0);
});

it('does not accept another time, length or cause', () => {
  expect(compare({ to: 39_000 })).toBe(2);
  expect(compare({ from: 3_000, to: 37_000 })).toBe(2);
  expect(compare({ cause: 'database' })).toBe(2);
});

it('does not accept what nobody saw, and lets what is short pass unnoticed', () => {
  expect(differences([crash], [], rules)).toHaveLength(1);
  expect(differences([], [crash], rules)).toHaveLength(1);
  expect(differences([], [{ ...crash, to: 17_000 }], rules)).toEqual([]);
  const shortest = 20_000;
  expect(differences([crash], [], { ...rules, shortest })).toEqual([]);
});
