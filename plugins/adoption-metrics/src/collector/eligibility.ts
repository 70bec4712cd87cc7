import type { CollectorSettings } from './settings';

/** Whether this document is reported at all. */
export function isEligible(settings: CollectorSettings, page: Window): boolean {
  const isAutomated = page.navigator.webdriver === true;
  return (
    settings.enabled &&
    settings.origins.includes(page.location.origin) &&
    (!isAutomated || settings.automatedBrowsers)
  );
}
