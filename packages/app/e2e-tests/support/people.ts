/** People whom the sign-in page offers. */
export const people = {
  ada: { name: 'Ada Okafor', userEntityRef: 'user:default/ada.okafor' },
  mateo: { name: 'Mateo Rojas', userEntityRef: 'user:default/mateo.rojas' },
  mei: { name: 'Mei Tanaka', userEntityRef: 'user:default/mei.tanaka' },
  jonas: {
    name: 'Jonas Lindqvist',
    userEntityRef: 'user:default/jonas.lindqvist',
  },
  priya: { name: 'Priya Nair', userEntityRef: 'user:default/priya.nair' },
} as const;

export type Person = (typeof people)[keyof typeof people];
