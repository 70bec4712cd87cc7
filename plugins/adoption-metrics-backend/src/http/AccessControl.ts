import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { Caller } from 'backstage-plugin-adoption-metrics-common/contract';
import { Request } from 'express';
import { AccessConfig } from './config';

/** Checks who can do what, and throws `NotAllowedError` otherwise. */
export class AccessControl {
  constructor(
    private readonly options: {
      config: AccessConfig;
      httpAuth: HttpAuthService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ) {}

  /**
   * Authenticates a request, and checks that its caller can use the route.
   * Returns undefined for public routes, which do not look at credentials.
   */
  async admit(
    req: Request,
    caller: Caller,
  ): Promise<BackstageCredentials | undefined> {
    switch (caller.kind) {
      case 'anybody':
        return undefined;
      case 'authenticated':
        return this.#authenticate(req);
      case 'signedIn':
        return this.options.httpAuth.credentials(req, { allow: ['user'] });
      case 'reader': {
        const credentials = await this.#authenticate(req);
        await this.demandReading(credentials, caller.permission);
        return credentials;
      }
      case 'observer':
        return this.#admitObserver(req, caller.permission);
      default:
        return this.#admitManager(req, caller.permission);
    }
  }

  /**
   * @throws NotAllowedError unless the permission policy allows reading
   */
  async demandReading(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.#isAllowed(credentials, permission))) {
      throw new NotAllowedError(
        `You need the permission '${permission.name}' to read the metrics`,
      );
    }
  }

  /** Whether the caller has a privilege, as required for `manager` routes. */
  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const { permissionsEnabled } = this.options.config;
    // With permissions disabled, Backstage allows everything to everybody. That
    // must not extend to other people's data.
    return (
      (await this.#isAdministrator(credentials)) ||
      (permissionsEnabled && (await this.#isAllowed(credentials, permission)))
    );
  }

  /**
   * @throws NotAllowedError unless the caller has the privilege
   */
  async demand(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.may(credentials, permission))) {
      throw new NotAllowedError(
        `You need the permission '${permission.name}' where permissions are enabled, ` +
          'or a place in adoptionMetrics.administrators',
      );
    }
  }

  /** Entity refs of the user and the groups through which they own entities. */
  async ownershipOf(credentials: BackstageCredentials): Promise<string[]> {
    if (!isUser(credentials)) {
      return [];
    }
    const info = await this.options.userInfo.getUserInfo(credentials);
    const refs = [info.userEntityRef, ...info.ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))];
  }

  async #admitObserver(req: Request, permission: BasicPermission) {
    const credentials = await this.options.httpAuth.credentials(req, {
      allow: ['service'],
    });
    if (!(await this.#isAllowed(credentials, permission))) {
      throw new NotAllowedError(
        `You need the permission '${permission.name}' to report`,
      );
    }
    return credentials;
  }

  async #admitManager(req: Request, permission: BasicPermission) {
    const credentials = await this.#authenticate(req);
    await this.demand(credentials, permission);
    return credentials;
  }

  #authenticate(req: Request): Promise<BackstageCredentials> {
    return this.options.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
  }

  async #isAllowed(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #isAdministrator(credentials: BackstageCredentials): Promise<boolean> {
    const { administrators } = this.options.config;
    if (administrators.length === 0) {
      return false;
    }
    const refs = await this.ownershipOf(credentials);
    return refs.some(ref => administrators.includes(ref));
  }
}

/** Whether these are a user's credentials. */
export function isUser(
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageUserPrincipal> {
  const { principal } = credentials as BackstageCredentials<{ type?: string }>;
  return principal?.type === 'user';
}
