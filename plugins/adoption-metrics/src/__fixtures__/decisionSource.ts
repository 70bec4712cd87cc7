/** Invented, as are all products and numbers of the decision in here. */
export const source = {
  title: 'Almanac of Portals',
  url: 'https://example.com/almanac',
  date: '2024-02-29',
  grade: 'published, unverified',
};

export const currency = 'EUR';
