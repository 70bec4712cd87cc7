import { instantOn, Time, timeVariable } from './contract';

/** Timers of this length in ms and more are about the calendar; shorter ones are about connections. */
const CALENDAR_MS = 300_000;

/** Lets the clock of this process run as its environment says; how that is. */
export function bendTime(): Time | undefined {
  const bent: Time = JSON.parse(process.env[timeVariable] ?? 'null');
  if (!bent) {
    return undefined;
  }
  const machine = Date.now;
  const now = () => instantOn(bent, machine());
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    get: (target, key, self) =>
      key === 'now' ? now : Reflect.get(target, key, self),
  });
  bendTimers(bent.speed);
  return bent;
}

function bendTimers(speed: number): void {
  const original = globalThis.setTimeout;
  globalThis.setTimeout = new Proxy(original, {
    apply: (target, self, [act, ms, ...rest]) =>
      Reflect.apply(target, self, [
        act,
        ms >= CALENDAR_MS ? ms / speed : ms,
        ...rest,
      ]),
  });
}
