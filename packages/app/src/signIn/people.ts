import { ConfigApi } from '@backstage/frontend-plugin-api';

/** A person on the sign-in page. */
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
