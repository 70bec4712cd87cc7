import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody the sign-in page offers. */
export interface Person {
  userEntityRef: string;
  name: string;
  team: string;
  role: string;
}

/** The people of `demo.people`. */
export function readPeople(config: ConfigApi): Person[] {
  return config.getConfigArray('demo.people').map(person => ({
    userEntityRef: person.getString('userEntityRef'),
    name: person.getString('name'),
    team: person.getString('team'),
    role: person.getString('role'),
  }));
}
