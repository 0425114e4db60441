import { Module } from '@nestjs/common';
import { OpenSession } from './open-session.js';
import { ProveIdentity } from './prove-identity.js';
import { SessionController } from './session.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';

@Module({
  controllers: [SignInController, SessionController, SignOutController],
  providers: [ProveIdentity, OpenSession],
})
export class SignInModule {}
