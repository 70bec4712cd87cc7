import { SettingsStore } from '../database';
import { commonShape } from './NameShapes';
import { OrganizationUser } from './Organization';

const KEY = 'people.name_shape';

/** Stores the common format of user names in the catalog, but no names. */
export class CatalogShapeStore {
  constructor(private readonly settings: SettingsStore) {}

  async record(users: OrganizationUser[]): Promise<void> {
    const shape = commonShape(users.map(({ entityRef }) => entityRef));
    if (shape !== undefined && shape !== (await this.read())) {
      await this.settings.set(KEY, shape);
    }
  }

  /** Undefined until the catalog has been read. */
  read(): Promise<string | undefined> {
    return this.settings.get(KEY);
  }
}
