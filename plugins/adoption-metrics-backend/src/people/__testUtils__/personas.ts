import { entity, user } from './portal';

/** An organization whose names are to be found nowhere else. */
export const entities = [
  entity('Group', 'works'),
  entity('Group', 'engines', { childOf: 'works' }),
  entity('Group', 'contractors'),
  entity('User', 'quill.harrow', { memberOf: 'engines' }),
  entity('User', 'wyn.osgood', { memberOf: 'works' }),
  entity('User', 'zoltan.kovacs'),
  entity('User', 'hired.hand', { memberOf: 'contractors' }),
];

export const config = {
  adoptionMetrics: {
    administrators: ['user:default/registrar'],
    developers: { exclude: ['group:default/contractors'] },
  },
};

export const registrar = user('registrar');
export const quill = 'user:default/quill.harrow';
