const key = 'demo-portal.person';

/** The remembered person's entity ref. */
export function recallPerson(): string | undefined {
  return window.localStorage.getItem(key) ?? undefined;
}

/** Remembers the person, so that reloads and new tabs stay signed in. */
export function rememberPerson(userEntityRef: string) {
  window.localStorage.setItem(key, userEntityRef);
}

/** Forgets the person, so that the next visit starts with the sign-in page. */
export function forgetPerson() {
  window.localStorage.removeItem(key);
}
