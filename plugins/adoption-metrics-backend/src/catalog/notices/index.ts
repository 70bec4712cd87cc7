export * from './config';
export * from './OwnerNotifier';
export * from './OwnerNoticeStore';
