import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds in parts that Backstage puts around or into our pages. Each is
 * found on a page without our plugin as well, which the journey checks first:
 * what Backstage has mended must leave this list.
 */
export const faultsOfBackstage: ReadonlyArray<{
  rule: string;
  /** The part, as it is found on any page. */
  part: string;
  /** A page without our plugin that has the same. */
  page: string;
}> = [
  { rule: 'region', part: '.bui-Tabs', page: '/settings' },
  { rule: 'region', part: '.bui-VisuallyHidden:has(h1)', page: '/settings' },
  // The header of a page is no landmark, nor is its second line.
  {
    rule: 'region',
    part: '.bui-HeaderContent, .bui-HeaderBottom',
    page: '/catalog',
  },
  { rule: 'aria-valid-attr-value', part: '.bui-Tab', page: '/settings' },
];

/** A broken rule of accessibility and where. */
export interface Fault {
  rule: string;
  html: string;
  summary: string | undefined;
  /** Whether it is one of {@link faultsOfBackstage}, by its place there. */
  known: number;
}

/**
 * What axe finds wrong, best practices and the targets of WCAG 2.2 included.
 *
 * @param within - the part of the page that is looked at; all unless given
 */
export async function findFaults(
  page: Page,
  within?: string,
): Promise<Fault[]> {
  const axe = new AxeBuilder({ page }).options({
    rules: { 'target-size': { enabled: true } },
  });
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => ({
      rule: id,
      selector: String(target.at(-1)),
      html,
      summary: failureSummary,
    })),
  );
  return Promise.all(
    found.map(async ({ selector, ...fault }) => ({
      ...fault,
      known: await knownAs(page, fault.rule, selector),
    })),
  );
}

function knownAs(page: Page, rule: string, selector: string): Promise<number> {
  return page.evaluate(
    ([parts, found]) =>
      parts.findIndex(
        part =>
          part !== null &&
          document.querySelector(found)?.matches(part) === true,
      ),
    [
      faultsOfBackstage.map(each => (each.rule === rule ? each.part : null)),
      selector,
    ] as const,
  );
}

/** Everything that can be pressed, chosen or typed into. */
const pressable =
  'button, input, select, textarea, form, nav, [role="tab"], [role="button"]';

/** What of a printed page should not be there. */
export function printedControls(page: Page): Promise<string[]> {
  return page.evaluate(
    selector =>
      [...document.querySelectorAll(selector)]
        .filter(
          each =>
            each.checkVisibility() && each.getBoundingClientRect().width > 1,
        )
        .map(each => each.outerHTML.slice(0, 120)),
    pressable,
  );
}

/** How a page is walked through with the Tab key. */
export interface Walk {
  /** What can be reached with a pointer only. */
  missed: string[];
  /** What has the focus without showing it. */
  unseen: string[];
  /** Whether the walk came out behind the last one. */
  left: boolean;
}

/** Walks through the content of a page with the Tab key, from its top. */
export async function walk(page: Page): Promise<Walk> {
  const total = await page.evaluate(beginWalk);
  const reached = new Set<number>();
  const unseen = new Map<string, boolean>();
  let left = false;
  // Where a part is drawn anew under the focus, the key begins again above.
  const most = 2 * total + 60;
  for (let press = 0; press < most && !left; press++) {
    await page.keyboard.press('Tab');
    const { inside, index, html, isShown } = await focusOf(page);
    left = !inside;
    if (inside) {
      reached.add(index);
      unseen.set(html, (unseen.get(html) ?? false) || isShown);
    }
  }
  return {
    missed: await page.evaluate(endWalk, [...reached]),
    unseen: [...unseen].filter(([, isShown]) => !isShown).map(([html]) => html),
    left,
  };
}

/** What has the focus once that shows: a ring may fade in, slowly on a busy machine. */
async function focusOf(page: Page) {
  let focus = await page.evaluate(describeFocus);
  for (let look = 0; look < 30 && focus.inside && !focus.isShown; look++) {
    await page.waitForTimeout(100);
    focus = await page.evaluate(describeFocus);
  }
  return focus;
}

/** Numbers what should be reached, and puts the focus before the first. */
function beginWalk(): number {
  const main = document.querySelector('main')!;
  const all = [
    ...main.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter(
    each =>
      each.tabIndex >= 0 &&
      !each.matches(':disabled') &&
      each.checkVisibility({ visibilityProperty: true }) &&
      // Of a group of choices the key reaches one, and arrows the others.
      !each.matches('[type="radio"], [role="radio"], .bui-ToggleButton'),
  );
  all.forEach((each, index) => {
    each.dataset.walk = String(index);
  });
  const start = document.createElement('a');
  start.href = '#';
  start.id = 'walk-start';
  main.prepend(start);
  start.focus();
  return all.length;
}

/** What has the focus, and whether that shows. */
function describeFocus() {
  const focused = document.activeElement as HTMLElement;
  const rings = (each: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    const isOutlined = outlineStyle !== 'none' && outlineWidth !== '0px';
    return isOutlined || boxShadow !== 'none';
  };
  // A field may show it on the frame around it. In one for a date the part
  // that has the focus shows it, which no script can see.
  const frames = [
    focused,
    focused.parentElement,
    focused.closest('[data-rac]'),
  ];
  return {
    inside: focused.closest('main') !== null,
    index: Number(focused.dataset.walk ?? -1),
    html: focused.outerHTML.slice(0, 400),
    isShown:
      focused.matches('[type="date"]') ||
      // Backstage UI's toggles draw a ring by this, which fades in.
      focused.matches('.bui-ToggleButton[data-focus-visible]') ||
      frames.some(each => each !== null && rings(each)),
  };
}

function endWalk(reached: number[]): string[] {
  document.getElementById('walk-start')?.remove();
  return [...document.querySelectorAll<HTMLElement>('[data-walk]')]
    .filter(each => !reached.includes(Number(each.dataset.walk)))
    .map(each => each.outerHTML.slice(0, 160));
}
