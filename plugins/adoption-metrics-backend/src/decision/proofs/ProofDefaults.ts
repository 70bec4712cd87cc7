import { DeadlineStore } from '../../deadline';

/** Where nothing is published. */
const WEEKS = 2;

/** For how many weeks others have published to try a candidate. */
export interface PublishedWeeks {
  read(): Promise<{ numbers: Record<string, { low: number | null }> }>;
}

/** What a proof of concept is planned with unless somebody says otherwise. */
export class ProofDefaults {
  constructor(
    private readonly sources: {
      published: PublishedWeeks;
      deadlines: Pick<DeadlineStore, 'current'>;
      /** Share of developers, where there is no deadline. */
      target: number;
      minimumGroupSize: number;
    },
  ) {}

  /** The goal is that of the deadline, as long as there is one. */
  async read() {
    const { published, deadlines, target, minimumGroupSize } = this.sources;
    const { numbers } = await published.read();
    const deadline = await deadlines.current();
    const weeks = Math.round(numbers.trialWeeks?.low ?? WEEKS);
    return {
      weeks,
      evaluationWeeks: weeks,
      goal: deadline?.goal ?? target,
      minimumGroupSize,
    };
  }
}
