import { assertCells } from './UseReporter';

it('asks for a team where all teams together are too many rows', () => {
  expect(() => assertCells(Array(50_000), undefined)).not.toThrow();
  expect(() => assertCells(Array(50_001), undefined)).toThrow(
    "'team' is missing; expected teams with up to 50,000 rows of groups and plugins",
  );
});
