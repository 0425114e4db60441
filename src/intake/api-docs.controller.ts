import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings.js';
import { renderPage } from '../platform/web/render-page.js';
import { CanOrAnyClient } from '../staff/can.decorator.js';
import { openApiDocument } from './api-document.js';
import { apiDocsPage } from './api-docs.presenter.js';

/** What a portal's developers read: a page, and the same as an OpenAPI document. */
@Controller('api/docs')
@CanOrAnyClient('read-api-docs')
export class ApiDocsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  async show(@Req() req: Request, @Res() res: Response): Promise<void> {
    const page = apiDocsPage(this.settings.PUBLIC_URL);
    await renderPage(req, res, { view: 'api-docs/show', page });
  }

  @Get('openapi.json')
  document(@Res() res: Response): void {
    res.json(openApiDocument(this.settings.PUBLIC_URL));
  }
}
