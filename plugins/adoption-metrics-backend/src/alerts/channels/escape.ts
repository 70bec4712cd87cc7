import { visibleText } from '../../database';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Escapes a text for chats, so that it mentions nobody, links nowhere, and is
 * not formatted. Slack-compatible chats differ in their syntax, so characters
 * with a meaning in any of them are replaced by similar ones.
 */
export function inChat(text: string): string {
  return escapeEntities(unformatted(unlinked(uncalled(visibleText(text)))));
}

// `@here`, `@ada`, `#channel`, `<at>` and `<!channel>`.
function uncalled(text: string): string {
  return text.replace(/[@#](?=[\p{L}\p{N}_])/gu, `$&${ZERO_WIDTH_SPACE}`);
}

// Breaks everything with a scheme, or that looks like a host name. Numbers keep
// their decimal point.
function unlinked(text: string): string {
  return text
    .replaceAll('://', ': //')
    .replace(/(?<=[\p{L}\p{N}_-])\.(?=\p{L})/gu, '\u2024');
}

/**
 * The same for Microsoft Teams, whose cards support Markdown but no entities,
 * so angle brackets are replaced as well.
 */
export function inCard(text: string): string {
  return unformatted(unlinked(uncalled(visibleText(text))))
    .replaceAll('<', '\u2039')
    .replaceAll('>', '\u203a');
}

const LOOKALIKES: Record<string, string> = {
  '*': '\u2217',
  '~': '\u223c',
  '`': '\u02cb',
  '|': '\u2223',
};

function unformatted(text: string): string {
  return (
    text
      .replace(/[*~`|]/g, character => LOOKALIKES[character])
      // An underscore within a word does not format anything.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\u02cd')
      .replaceAll('](', '] (')
      .replace(/^(?=[#>+=-])/gm, ZERO_WIDTH_SPACE)
  );
}

// https://docs.slack.dev/messaging/formatting-message-text#escaping
function escapeEntities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
