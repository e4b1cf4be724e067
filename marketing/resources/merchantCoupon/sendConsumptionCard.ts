import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { id, time } from '../../parameters/kinds';
import { merchantNumber } from '../merchantStock';

export const sendConsumptionCard = single({
	name: 'Send Consumption Card',
	action: 'Send consumption card to user',
	description: 'Give a user a consumption card',
	done: 'sent',
	hint: 'A consumption card will be sent to the user of each input item. Map a column to Send Time: a time that is new for every try counts as another sending.',
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/coupons/{card_id}/send', {}),
	parameters: [
		id('card_id', { example: 'pIJMr5MMiIkO_93VtPyIiEk2DZ4w', description: 'The consumption card' }),
		appid,
		openid,
		time('send_time', {
			description:
				'When the card is sent. Map a column: WeChat Pay knows a sending by its number and this time.',
		}),
		merchantNumber('out_request_no'),
	],
});
