import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';

/** Where a published number comes from, and how far it can be trusted. */
interface Origin {
  source: string;
  url?: string;
  /** When it was published: a day, or as much of one as is known. */
  date: string;
  grade: 'published, unverified';
}

/** A number that somebody else has published. */
interface Published<Value = number> extends Origin {
  name: string;
  value: Value;
  unit: string;
}

type Milestones = Array<{ month: number; share: number }>;

/** An adoption curve that somebody recommends. */
export interface PublishedPlan extends Published<Milestones> {
  id: DeadlineReport['plans'][number]['id'];
  title: string;
}

/** Where nearly all of them are from. */
export const playbook: Required<Origin> = {
  source:
    'Platform Engineering Playbook: Backstage in Production, The 10% Adoption Problem',
  url: 'https://github.com/vibesre/Platform-Engineering-Playbook/blob/main/blog/2025-11-01-backstage-production-10-percent-adoption-problem.md',
  date: '2025-11-01',
  grade: 'published, unverified',
};

const adoption = (value: Milestones): Published<Milestones> => ({
  name: 'Adoption by months after the launch',
  value,
  unit: 'share of developers',
  ...playbook,
});

/**
 * Plans for a portal that was not stuck before, by months after the launch. The
 * first expects 10 to 15% after twelve months, of which this is the middle. Of
 * the second only the end is published; its way there is the first one's,
 * stretched.
 */
export const publishedPlans: PublishedPlan[] = [
  {
    id: '12-18-months',
    title: '12 to 18 months',
    ...adoption([
      { month: 0, share: 0 },
      { month: 12, share: 0.125 },
      { month: 18, share: 0.3 },
    ]),
  },
  {
    id: '18-24-months',
    title: '18 to 24 months',
    ...adoption([
      { month: 0, share: 0 },
      { month: 16, share: 0.125 },
      { month: 24, share: 0.3 },
    ]),
  },
];
