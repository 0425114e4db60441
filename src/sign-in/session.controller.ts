import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Can } from '../staff/can.decorator.js';

const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

@Controller('session')
@Can('signed-in')
export class SessionController {
  /**
   * "I am still here": using any page keeps the session, and this is the smallest. It is an image
   * because our pages may load images and nothing else from a script.
   */
  @Get('stay')
  stay(@Res() res: Response): void {
    res.type('image/svg+xml').send(DOT);
  }
}
