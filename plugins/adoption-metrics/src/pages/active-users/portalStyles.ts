import { ANY_PORTAL } from 'backstage-plugin-adoption-metrics-common';
import type { LegendKey } from '../../ui/chart';

/** How the line of a portal is drawn: told apart by more than its color. */
interface PortalStyle {
  color: string;
  mark: LegendKey['mark'];
  dash?: string;
  width: number;
}

/** Readable on a light and on a dark card. */
const tinted = (color: string) =>
  `color-mix(in srgb, ${color} 75%, var(--bui-fg-primary))`;

const styles: PortalStyle[] = [
  { color: 'var(--adoption-accent)', mark: 'line', width: 2 },
  { color: tinted('#d97706'), mark: 'dashes', dash: '7 4', width: 2 },
  { color: tinted('#0d9488'), mark: 'dots', dash: '2 3', width: 2 },
  { color: tinted('#9333ea'), mark: 'dashes', dash: '7 4', width: 2 },
  { color: tinted('#db2777'), mark: 'dots', dash: '2 3', width: 2 },
];

const together: PortalStyle = {
  color: 'var(--bui-fg-primary)',
  mark: 'line',
  width: 3,
};

/** @param place - of the portal among all, from 0 */
export function portalStyle(id: string, place: number): PortalStyle {
  return id === ANY_PORTAL ? together : styles[place % styles.length];
}
