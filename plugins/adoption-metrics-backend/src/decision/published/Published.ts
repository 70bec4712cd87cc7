import {
  CostPart,
  DecisionUnit,
  PublishedRoleYear,
} from 'backstage-plugin-adoption-metrics-common';
import {
  DecisionFact,
  GeneralNumber,
  OptionNumber,
  PublishedFile,
} from './schema';

/** Where a number is from that others have published. */
export interface Origin {
  title: string;
  url?: string;
  /** A day, or as much of one as is known. */
  date: string;
  grade: string;
}

/** From and to, both included, as far as they are known. */
export interface Bounds {
  low: number | null;
  high: number | null;
}

/** What somebody has said about a number. */
export interface Claim extends Bounds {
  /** ISO 4217; none unless it is money. */
  currency?: string;
  origin: Origin;
}

/** Where a number is from that replaces a published one. */
export interface Replaced {
  /** Entity ref; none from the configuration, or once that person is forgotten. */
  by?: string;
  /** In ms UTC; none from the configuration. */
  at?: number;
  why: string;
  from: 'configuration' | 'page';
}

/** What a number is of; nothing if it is of no option, role or plan. */
export interface NumberSubject {
  option?: { id: string; title: string; kind: OptionNumber };
  role?: { title: string; year: PublishedRoleYear };
  milestone?: { plan: string; month: number };
}

/** A number as it is used, and where it is from. */
export interface DecisionNumber extends Bounds, NumberSubject {
  /** `option.kind`, or the name of a number that is not of one option. */
  id: string;
  title: string;
  unit: DecisionUnit;
  /** ISO 4217, the configured one; none unless it is money. */
  currency?: string;
  /** What of the cost of an option it includes. */
  includes?: CostPart[];
  /** Why low and high are unknown although they are published. */
  unknown?: string;
  /** What was published, whatever replaces it. */
  published: Claim;
  /** What was published that contradicts it. */
  alsoPublished: Claim[];
  /** What replaces it, which low and high are of then. */
  replaced?: Replaced;
}

/** What an option takes of an organization. Only one condition is there. */
export interface PublishedRequirement {
  fact: DecisionFact;
  /** Inclusive. */
  low?: number;
  /** Inclusive. */
  high?: number;
  /** Exclusive. */
  below?: number;
  oneOf?: string[];
  is?: boolean;
  /** The number that the bounds are of. */
  number?: DecisionNumber;
  /** Why the bounds are unknown; nothing is met then. */
  unknown?: string;
  origin: Origin;
}

/** What an organization may decide for. */
export interface PublishedOption
  extends Pick<
    PublishedFile['options'][number],
    'id' | 'title' | 'phrase' | 'approach' | 'isCurrent' | 'givesUp'
  > {
  numbers: Partial<Record<OptionNumber, DecisionNumber>>;
  requires: PublishedRequirement[];
  /** Where it is from, as a whole. */
  origin: Origin;
}

/** Who works on a portal of one's own. */
export interface PublishedRole {
  id: string;
  title: string;
  year: 'first' | 'following';
  /** In full-time equivalents. */
  fte: number;
  number: DecisionNumber;
}

/** All that others have published, with what replaces it. */
export interface Published extends Pick<PublishedFile, 'recommendedPlugins'> {
  /** ISO 4217, of all money that is counted with. */
  currency: string;
  /** Those that are not of one option, by id. */
  numbers: Record<GeneralNumber, DecisionNumber> &
    Record<string, DecisionNumber>;
  roles: PublishedRole[];
  options: PublishedOption[];
  readiness: {
    option: string;
    origin: Origin;
    questions: Array<{ id: string; text: string }>;
  };
  plans: Array<
    Pick<PublishedFile['plans'][number], 'id' | 'title' | 'milestones'> & {
      origin: Origin;
    }
  >;
}

/** Reads what others have published, with what replaces it now. */
export interface PublishedReader {
  read(): Promise<Published>;
}
