import { ReportingZone } from './ReportingZone';

function hourOf(zone: string, instant: string) {
  const { from, to } = ReportingZone.create(zone).hourOf(Date.parse(instant));
  return [from, to].map(at => new Date(at).toISOString().slice(0, 16));
}

describe('hourOf', () => {
  it.each([
    ['UTC', '2026-03-02T10:59:59.999Z', '2026-03-02T10:00'],
    ['UTC', '2026-03-02T11:00:00.000Z', '2026-03-02T11:00'],
    ['Asia/Kolkata', '2026-03-02T10:29:59.999Z', '2026-03-02T09:30'],
    ['Asia/Kolkata', '2026-03-02T10:30:00.000Z', '2026-03-02T10:30'],
    ['Asia/Kathmandu', '2026-03-02T10:15:00.000Z', '2026-03-02T10:15'],
    // Clocks go forward from 02:00 to 03:00, and back from 03:00 to 02:00.
    ['Europe/Berlin', '2026-03-29T00:30:00.000Z', '2026-03-29T00:00'],
    ['Europe/Berlin', '2026-03-29T01:30:00.000Z', '2026-03-29T01:00'],
    ['Europe/Berlin', '2026-10-25T00:30:00.000Z', '2026-10-25T00:00'],
    ['Europe/Berlin', '2026-10-25T01:30:00.000Z', '2026-10-25T01:00'],
  ])('in %s of %s begins at %s', (zone, instant, from) => {
    const to = new Date(Date.parse(`${from}Z`) + 3_600_000);
    expect(hourOf(zone, instant)).toEqual([
      from,
      to.toISOString().slice(0, 16),
    ]);
  });

  it('ends with a day that half an hour is taken from', () => {
    // On Lord Howe Island clocks go forward from 02:00 to 02:30.
    expect(hourOf('Australia/Lord_Howe', '2026-10-04T12:45:00Z')).toEqual([
      '2026-10-04T12:30',
      '2026-10-04T13:00',
    ]);
    expect(hourOf('Australia/Lord_Howe', '2026-10-04T13:00:00Z')).toEqual([
      '2026-10-04T13:00',
      '2026-10-04T14:00',
    ]);
  });

  it('divides a day without gap or overlap', () => {
    const zone = ReportingZone.create('Australia/Lord_Howe');
    for (const day of [20_548, 20_729, 20_730, 20_731]) {
      let at = zone.startOf(day);
      while (at < zone.startOf(day + 1)) {
        const hour = zone.hourOf(at);
        expect(hour.from).toBe(at);
        at = hour.to;
      }
      expect(at).toBe(zone.startOf(day + 1));
    }
  });
});
