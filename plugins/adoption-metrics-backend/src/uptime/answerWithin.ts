/** Waits for an answer, but not for longer than `limit` ms. */
export async function answerWithin<T>(
  limit: number,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`no answer within ${limit} ms`));
    timer = setTimeout(fail, limit).unref();
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
