package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;

/** Rows of merchants.csv; names, accounts and banks are invented. */
final class MerchantRows implements ReferenceFiles.Rows {
    static final String HEADER = "merchant_id,name,mcc,status,merchant_class,fee_plan,settlement_cycle,currency,"
            + "account_name,account_no,bank_code,bank_name,min_payout,payout_hold,agent_id";

    private static final String[] PLACES = {
        "临江路", "东门", "西街", "南湖", "北桥", "青石巷", "望山路", "柳林", "新港", "长亭", "云溪", "松涛", "古渡口", "梅园", "花桥", "星河湾", "石板街",
        "白鹭洲", "银杏大道", "翠微路"
    };
    private static final String[] SIGNS = {
        "老周", "福满", "小满", "和顺", "金穗", "阿南", "四季", "聚香", "同乐", "百味", "惠家", "悦来", "吉祥", "清和", "鸿运", "一品", "如意", "欣欣",
        "向阳", "知味", "元和", "春晓", "云间", "旺旺角", "大拇指", "好邻居"
    };
    private static final String[] SURNAMES = {
        "周", "吴", "郑", "冯", "陈", "褚", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何", "吕", "施"
    };
    private static final String[] GIVEN = {"晓明", "丽华", "建国", "秀英", "志强", "海燕", "文静", "国平", "雨桐", "子轩", "桂兰", "永昌"};
    private static final String[] BANKS = {"江南示例银行", "北岸示例银行", "第一示例银行", "云溪示例农商行", "东港示例银行"};

    @Override
    public void of(Shop shop, StringBuilder text) {
        String name =
                pick(PLACES, shop, 20) + pick(SIGNS, shop, 21) + shop.trade().word(Dice.mix(shop.hash(), 22));
        int bank = shop.draw(23, BANKS.length);
        text.append(shop.id()).append(',').append(name).append(',');
        text.append(shop.trade().mcc()).append(',').append(shop.status()).append(',');
        text.append(shop.merchantClass()).append(',').append(shop.plan()).append(',');
        text.append(shop.cycle()).append(",CNY,").append(owner(shop, name)).append(',');
        text.append(account(shop)).append(",99900000000").append(bank + 1).append(',');
        text.append(BANKS[bank]).append(',').append(Amounts.format(shop.minPayoutMinor(), Currency.CNY));
        text.append(',').append(shop.payoutHold() ? 'Y' : 'N').append(",\n");
    }

    private static String owner(Shop shop, String name) {
        return shop.draw(24, 10) < 4 ? name + "有限公司" : pick(SURNAMES, shop, 25) + pick(GIVEN, shop, 26);
    }

    /** Nineteen digits of a range that no bank issues. */
    private static String account(Shop shop) {
        return Long.toString(990_000_000_000_000_000L + shop.index()) + shop.draw(27, 10);
    }

    private static String pick(String[] words, Shop shop, int question) {
        return words[shop.draw(question, words.length)];
    }
}
