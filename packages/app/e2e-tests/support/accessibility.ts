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

/** Everything that can be pressed, chosen or typed into, and is not read on paper. */
const pressable =
  'button:not([data-printed]), input, select, textarea, form, nav, label, [role="tab"], [role="button"]:not([data-printed])';

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

/** Of headings of tables, those that are not read on paper; and what is cut off it. */
export function lostOnPaper(page: Page, headings: string[]): Promise<string[]> {
  return page.evaluate(expected => {
    const all = [...document.querySelectorAll<HTMLElement>('main *')];
    const { clientWidth } = document.documentElement;
    const cut = all
      .filter(each => each.checkVisibility())
      .filter(each => each.getBoundingClientRect().right > clientWidth + 1)
      .map(each => `cut: ${each.outerHTML.slice(0, 120)}`);
    const printed = new Set(
      all
        .filter(each => each.matches('th') && each.checkVisibility())
        .map(each => each.innerText.trim()),
    );
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const read = new Set([...printed].map(words));
    const lost = expected.map(words).filter(each => each && !read.has(each));
    return [...cut, ...lost];
  }, headings);
}

/** Parts that move, or would, although the reader wants nothing to. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Backstage UI's are not ours to stop.
    const isOurs = (each: Element | null) =>
      each !== null &&
      each.closest('main') !== null &&
      !/bui-|Mui/.test(each.getAttribute('class') ?? '');
    const running = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target);
    const ready = [...document.querySelectorAll('main *')].filter(each => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return (
        animationName !== 'none' ||
        transitionDuration.split(', ').some(time => parseFloat(time) > 0)
      );
    });
    return [...running, ...ready]
      .filter(isOurs)
      .map(each => each!.outerHTML.slice(0, 120));
  });
}

/** Marks what is seen by its background alone, such as bars and meters. */
export function markDrawings(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('main *')) {
      const { width, height } = each.getBoundingClientRect();
      const { backgroundColor, backgroundImage } = getComputedStyle(each);
      const isPainted =
        backgroundImage !== 'none' ||
        !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
      const isChosen = each.matches(
        '.bui-TabActive, .bui-ToggleButton[data-selected]',
      );
      const isDrawing =
        each.closest('svg') === null &&
        each.textContent === '' &&
        !each.matches('input, select, [class*="bui-"]');
      if (
        each.checkVisibility() &&
        width > 1 &&
        height > 1 &&
        isPainted &&
        (isChosen || isDrawing)
      ) {
        each.dataset.drawing = '';
      }
    }
    for (const each of document.querySelectorAll<HTMLElement>(
      '.bui-TabActive',
    )) {
      each.dataset.drawing = '';
    }
  });
}

/** Of what was marked and of the lines of charts, what can no longer be seen. */
export function vanishedDrawings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    const paint = (color: string) => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data];
    };
    const ground = paint('Canvas');
    const differs = (color: string) => {
      const [red, green, blue, opacity] = paint(color);
      const distance = [red, green, blue].reduce(
        (sum, each, index) => sum + Math.abs(each - ground[index]),
        0,
      );
      return opacity > 0 && distance > 150;
    };
    const isSeen = (each: Element) => {
      const style = getComputedStyle(each);
      return (
        differs(style.backgroundColor) ||
        style.backgroundImage !== 'none' ||
        style.boxShadow !== 'none' ||
        (style.outlineStyle !== 'none' && differs(style.outlineColor)) ||
        (style.borderTopStyle !== 'none' &&
          parseFloat(style.borderTopWidth) > 0 &&
          differs(style.borderTopColor))
      );
    };
    const isDrawn = (each: Element) => {
      const { stroke, fill } = getComputedStyle(each);
      return [stroke, fill].some(
        paints => paints !== 'none' && differs(paints),
      );
    };
    return [
      ...[...document.querySelectorAll('[data-drawing]')].filter(
        each => !isSeen(each),
      ),
      ...[
        ...document.querySelectorAll(
          'main :is(.recharts-line-curve, .recharts-rectangle)',
        ),
      ].filter(each => !isDrawn(each)),
    ].map(each => each.outerHTML.slice(0, 160));
  });
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

/** What has the focus, once what draws it has caught up. */
async function focusOf(page: Page) {
  let focus = await page.evaluate(describeFocus);
  for (let look = 0; look < 30 && focus.inside && !focus.isShown; look++) {
    await page.waitForTimeout(50);
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

/** The focused element, and whether its ring stands out from the background. */
function describeFocus() {
  const leastContrast = 3;
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!;

  /** Red, green, blue and opacity of what CSS calls a color. */
  function channels(color: string): number[] {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255);
  }

  function luminance(color: string): number {
    const [red, green, blue] = channels(color).map(each =>
      each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: string, other: string): number {
    const [dark, light] = [luminance(one), luminance(other)].sort(
      (first, second) => first - second,
    );
    return (light + 0.05) / (dark + 0.05);
  }

  function groundOf(element: Element | null): string {
    if (!element) {
      return 'white';
    }
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] > 0.99
      ? backgroundColor
      : groundOf(element.parentElement);
  }

  function isRinged(element: Element): boolean {
    // Rings that fade in, as far as they will come.
    element.getAnimations().forEach(each => each.finish());
    const style = getComputedStyle(element);
    const { outlineStyle, outlineColor, boxShadow } = style;
    const isOutlined =
      outlineStyle !== 'none' &&
      parseFloat(style.outlineWidth) >= 1 &&
      element.getBoundingClientRect().width > 1;
    const isInside = parseFloat(style.outlineOffset) < 0;
    const outlined =
      isOutlined &&
      // That of the browser itself has two colors.
      (outlineStyle === 'auto' ||
        contrast(
          outlineColor,
          groundOf(isInside ? element : element.parentElement),
        ) >= leastContrast);
    const shadow = /^(\S+\(.*?\)).* 0px 0px 0px ([\d.]+)px inset/.exec(
      boxShadow,
    );
    const shaded =
      shadow !== null &&
      parseFloat(shadow[2]) >= 1 &&
      contrast(shadow[1], groundOf(element)) >= leastContrast;
    return outlined || shaded;
  }

  const focused = document.activeElement as HTMLElement;
  // A field may show it on the frame around it.
  const frames = [
    focused,
    focused.parentElement,
    focused.closest('[data-rac]'),
    ...(focused.closest('label')?.children ?? []),
  ];
  return {
    inside: focused.closest('main') !== null,
    index: Number(focused.dataset.walk ?? -1),
    html: focused.outerHTML.slice(0, 400),
    isShown: frames.some(each => each !== null && isRinged(each)),
  };
}

function endWalk(reached: number[]): string[] {
  document.getElementById('walk-start')?.remove();
  return [...document.querySelectorAll<HTMLElement>('[data-walk]')]
    .filter(each => !reached.includes(Number(each.dataset.walk)))
    .map(each => each.outerHTML.slice(0, 160));
}
