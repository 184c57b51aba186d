using System.Text;

namespace Novita.Client.Tests.Catalog;

/// <summary>How prices are read.</summary>
public sealed class PriceTests
{
    [Theory]
    [InlineData("\"35000\"")]
    [InlineData("35000")]
    [InlineData("35000.0")]
    [InlineData("\" 35000 \"")]
    [InlineData("3.5e4")]
    public void Every_form_of_a_price_is_the_same_decimal_of_USD(string json)
    {
        var product = ReadOne($$"""{"id":"p","price":{{json}},"spotPrice":{{json}},"monthlyPrice":[{"price":{{json}},"month":"1"}]}""");

        Assert.Equal((0.35m, 0.35m, 0.35m, 1), (product.Price, product.SpotPrice, product.MonthlyPrice[0].Price, product.MonthlyPrice[0].Month));
        Assert.Equal(0.35m, Assert.Single(ListRequests.CpuProducts().Read(Bytes($$"""{"data":[{"id":"c","price":{{json}}}]}""")).Rows).Price);
    }

    [Theory]
    [InlineData(""","price":"0","spotPrice":"0","monthlyPrice":[{"price":0,"month":1}]""")]
    [InlineData(""","price":0,"spotPrice":0,"monthlyPrice":[{"price":"","month":1}]""")]
    [InlineData(""","price":null,"spotPrice":null,"monthlyPrice":[{"price":null,"month":1}]""")]
    [InlineData(""","price":"-1","spotPrice":"","monthlyPrice":[{"month":1}]""")]
    public void No_offer_in_any_form_is_null_and_never_free(string members)
    {
        var product = ReadOne($$"""{"id":"p"{{members}}}""");

        Assert.Equal((null, null, null), (product.Price, product.SpotPrice, product.MonthlyPrice.Single().Price));
        Assert.Null(product.LowestPrice("monthly"));
    }

    [Theory]
    [InlineData("\"cheap\"", "price is not a number")]
    [InlineData("true", "price is a truth value where a number belongs")]
    [InlineData("[1]", "price is a list where a number belongs")]
    public void A_price_that_is_no_number_is_named(string json, string message)
    {
        var product = ReadOne($$"""{"id":"p","price":{{json}}}""");

        Assert.Null(product.Price);
        var unreadable = Assert.Single(product.Unreadable!);
        Assert.Equal(message, $"{unreadable.Path} {unreadable.Problem}");
    }

    [Theory]
    [InlineData("RTX 4090 24GB", 24)]
    [InlineData("H100 SXM 80 GB", 80)]
    [InlineData("B200", null)]
    [InlineData("", null)]
    [InlineData("GPU 99999999999GB", null)]
    public void The_memory_of_a_GPU_is_read_from_the_name(string name, int? vram) => Assert.Equal(vram, new Product { Name = name }.Vram);

    [Theory]
    [InlineData(true, "normal", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "low", true)]
    [InlineData(false, "high", false)]
    [InlineData(true, "none", false)]
    [InlineData(null, "NONE", false)]
    public void A_product_is_available_unless_the_service_says_that_it_is_not(bool? deploys, string? stock, bool expected) =>
        Assert.Equal(expected, new Product { AvailableDeploy = deploys, InventoryState = stock }.IsAvailable);

    [Theory]
    [InlineData("""{"data":[{"id":"a","cpuNum":8,"memorySize":"32","price":"9000"}]}""")]
    [InlineData("""[{"id":"a","cpuNum":"8","memorySize":32,"price":9000}]""")]
    [InlineData("""  [{"id":"a","cpuNum":8.0,"memorySize":32,"price":9000}]""")]
    [InlineData("""{"id":"a","cpuNum":8,"memorySize":32,"price":9000}""")]
    public void Products_without_GPUs_are_read_in_each_form_of_the_list(string body)
    {
        var page = ListRequests.CpuProducts().Read(Bytes(body));

        var product = Assert.Single(page.Rows);
        Assert.Equal(("a", 8m, 32m, 0.09m, 1), (product.Id, product.CpuNum, product.Memory, product.Price, page.Total));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("{}")]
    public void No_products_without_GPUs_are_an_empty_list(string body) => Assert.Empty(ListRequests.CpuProducts().Read(Bytes(body)).Rows);

    [Fact]
    public void A_list_that_is_documented_with_a_member_is_not_read_without_it() =>
        Assert.Equal(NovitaErrorKind.ResponseInvalid, Assert.Throws<NovitaException>(() => ListRequests.Products().Read(Bytes("""[{"id":"p"}]"""))).Kind);

    [Theory]
    [InlineData(1, 434.16)]
    [InlineData(5, 434.16)]
    [InlineData(6, 400)]
    [InlineData(24, 380)]
    public void A_term_costs_what_the_longest_offer_within_it_costs(int months, double expected)
    {
        var product = new Product
        {
            MonthlyPrice =
            [
                new() { Month = 12, Price = 380 }, new() { Month = 1, Price = 434.16m }, new() { Month = 6, Price = 400 }, new() { Month = 24 },
            ],
        };

        Assert.Equal((decimal)expected, product.PriceOfTerm(months));
    }

    [Fact]
    public void Without_a_shorter_offer_a_term_costs_what_the_shortest_does()
    {
        var product = new Product { Price = 0.5m, MonthlyPrice = [new() { Month = 12, Price = 380 }, new() { Month = 6, Price = 400 }] };

        Assert.Equal((400, 380), (product.PriceOfTerm(1), product.LowestPrice("monthly")));
    }

    private static Product ReadOne(string row) => Assert.Single(ListRequests.Products().Read(Bytes($$"""{"data":[{{row}}]}""")).Rows);

    private static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);
}
