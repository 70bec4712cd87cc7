import { record, writeSection } from './record';

const page = `# Trials

<!-- trial one -->

old

<!-- end one -->

<!-- trial two -->

kept

<!-- end two -->
`;

it('replaces the result of a trial and keeps those of others', () => {
  expect(record(page, 'one', 'new')).toBe(page.replace('old', 'new'));
});

it('adds a trial that has no place yet', () => {
  const added = record(page, 'one, through pgbouncer', 'new');
  expect(added.startsWith(page)).toBe(true);
  expect(record(added, 'one, through pgbouncer', 'newer')).toBe(
    added.replace('new', 'newer'),
  );
});

it('says when and on what it was run', () => {
  const section = writeSection(
    { name: 'one', does: 'It breaks.', result: '| a |' },
    { date: '2026-11-30', commit: 'abc', machine: '2 cores, 23 GiB' },
  );
  expect(section).toContain(
    'Run on 2026-11-30 at commit abc, on 2 cores, 23 GiB.',
  );
});
