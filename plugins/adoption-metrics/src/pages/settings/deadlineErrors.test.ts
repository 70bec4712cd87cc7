import { deadlineErrors, type DeadlineValues } from './deadlineErrors';

const sound: DeadlineValues = {
  start: '2026-12-01',
  date: '2027-06-01',
  goal: '30',
  holidays: [{ from: '2026-12-21', to: '2027-01-04' }],
  recipients: ['user:default/ada'],
};

const errorsOf = (values: Partial<DeadlineValues>, unreadable: string[] = []) =>
  deadlineErrors({ ...sound, ...values }, new Set(unreadable), 0);

describe('deadlineErrors', () => {
  it('finds nothing wrong with a sound form', () => {
    expect(errorsOf({})).toBeUndefined();
    expect(errorsOf({ date: '' })).toBeUndefined();
    expect(errorsOf({ goal: '0.5' })).toBeUndefined();
    expect(errorsOf({ goal: '100' })).toBeUndefined();
  });

  it.each<[string, Partial<DeadlineValues>]>([
    ['start', { start: '' }],
    ['date', { date: '2026-12-01' }],
    ['date', { date: '2026-11-30' }],
    ['goal', { goal: '' }],
    ['goal', { goal: '0' }],
    ['goal', { goal: '-3' }],
    ['goal', { goal: '100.1' }],
    ['goal', { goal: 'a third' }],
    ['recipients', { recipients: [] }],
  ])('names %s for %j', (field, values) => {
    expect(errorsOf(values)).toEqual({
      [field]: `settings.deadline.error.${field}`,
    });
  });

  it('does not take half a date for none', () => {
    expect(errorsOf({ date: '' }, ['date'])).toEqual({
      date: 'settings.deadline.error.date',
    });
  });

  it('needs no recipients where the configuration names some', () => {
    const values = { ...sound, recipients: [] };
    expect(deadlineErrors(values, new Set(), 1)).toBeUndefined();
  });

  it('says which holidays are incomplete, or end before they begin', () => {
    const holidays = [
      ...sound.holidays,
      { from: '', to: '2027-01-04' },
      { from: '2027-03-01', to: '' },
      { from: '2027-03-01', to: '2027-03-01' },
    ];
    const error = 'settings.deadline.error.holidays';
    expect(errorsOf({ holidays })).toEqual({
      holidays: { 1: error, 2: error, 3: error },
    });
  });
});
