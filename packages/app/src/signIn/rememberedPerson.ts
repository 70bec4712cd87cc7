const key = 'demo-portal.person';

/** The person chosen before, as an entity reference. */
export function recallPerson(): string | undefined {
  return window.localStorage.getItem(key) ?? undefined;
}

/** Keeps the choice, so that a reload or a new tab stays signed in. */
export function rememberPerson(userEntityRef: string) {
  window.localStorage.setItem(key, userEntityRef);
}

/** Makes the next visit begin with the choice of a person. */
export function forgetPerson() {
  window.localStorage.removeItem(key);
}
