import { pageLink, pagePath } from './pageLink';

describe('pageLink', () => {
  it.each([
    ['https://portal.acme.test', 'https://portal.acme.test/adoption'],
    ['https://portal.acme.test/', 'https://portal.acme.test/adoption'],
    [
      'https://portal.acme.test/backstage',
      'https://portal.acme.test/backstage/adoption',
    ],
    ['http://localhost:3000/a/b/', 'http://localhost:3000/a/b/adoption'],
  ])('leads into a portal at %s', (baseUrl, link) => {
    expect(pageLink(baseUrl, 'deadline')).toBe(link);
    expect(pageLink(baseUrl, 'digest')).toBe(`${link}/alerts`);
  });
});

describe('pagePath', () => {
  it('does not depend on where the portal is', () => {
    expect([pagePath('metric'), pagePath('digest')]).toEqual([
      '/adoption',
      '/adoption/alerts',
    ]);
  });
});
