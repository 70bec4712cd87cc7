import { SortedUsers, sortUsers } from './exclusions';
import { Organization } from './Organization';
import { PeopleStore } from './PeopleStore';
import { Pseudonymizer } from './pseudonym';

/** Distinguishes developers from the rest by configuration and by their own choice. */
export class DeveloperClassifier {
  constructor(
    private readonly options: {
      people: PeopleStore;
      pseudonymize: Pseudonymizer;
      /** Entity refs of users and groups that never count. */
      exclude: string[];
    },
  ) {}

  async classify(organization: Organization): Promise<SortedUsers> {
    const { people, pseudonymize, exclude } = this.options;
    const optedOut = await people.findOptedOut();
    return sortUsers(organization, {
      exclude,
      hasOptedOut: ref => optedOut.size > 0 && optedOut.has(pseudonymize(ref)),
    });
  }
}
