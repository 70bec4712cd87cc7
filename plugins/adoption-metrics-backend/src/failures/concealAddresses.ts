const USER_INFO = /\/\/[^/?#\s]*@/g;

/** Parameters whose names say that they are as good as a password. */
const TOKEN =
  /([?&#][\w.-]*(?:token|key|secret|sig|pass|auth|code|credential|jwt)[\w.-]*=)[^&#\s'"<>]+/gi;

/**
 * A text without what lets its readers in somewhere: user info of addresses, and
 * the values of parameters that are called tokens, keys and the like.
 */
export function concealAddresses(text: string): string {
  return text.replace(USER_INFO, '//…@').replace(TOKEN, '$1…');
}
