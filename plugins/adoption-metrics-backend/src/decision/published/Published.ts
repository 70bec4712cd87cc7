import { PublishedFile, OptionNumber, Requirement } from './schema';

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

/** A number as it is used, and where it is from. */
export interface DecisionNumber extends Bounds {
  /** `option.kind`, or the name of a number that is not of one option. */
  id: string;
  title: string;
  unit: PublishedFile['numbers'][string]['unit'];
  /** What of the cost of an option it includes. */
  includes?: Array<'people' | 'licence'>;
  /** What was published, whatever replaces it; none for numbers of one's own. */
  published?: Bounds & { origin: Origin };
  /** What replaces it, which low and high are of then. */
  replaced?: {
    /** Entity ref; none from the configuration, or once that person is forgotten. */
    by?: string;
    /** In ms UTC; none from the configuration. */
    at?: number;
    why: string;
    from: 'configuration' | 'page';
  };
}

/** What an organization may decide for. */
export interface PublishedOption
  extends Pick<
    PublishedFile['options'][number],
    'id' | 'title' | 'phrase' | 'approach' | 'isCurrent' | 'givesUp'
  > {
  numbers: Partial<Record<OptionNumber, DecisionNumber>>;
  requires: Array<Omit<Requirement, 'source'> & { origin: Origin }>;
}

/** All that others have published, with what replaces it. */
export interface Published
  extends Pick<PublishedFile, 'currency' | 'roles' | 'recommendedPlugins'> {
  /** Those that are not of one option, by id. */
  numbers: Record<string, DecisionNumber>;
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
