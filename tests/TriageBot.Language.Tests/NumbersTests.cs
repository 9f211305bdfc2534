using System.Globalization;

namespace TriageBot.Language.Tests;

public class NumbersTests
{
    [Theory]
    [InlineData("it was 101", "101")]
    [InlineData("about 1,250 steps", "1250")]
    [InlineData("2,500.75 in all", "2500.75")]
    [InlineData("1.250,5 in all", "1250.5")]
    [InlineData("took .5 of a pill", "0.5")]
    [InlineData("101\u00BD this morning", "101.5")]
    [InlineData("\u00BC of it", "0.25")]
    [InlineData("one hundred and two", "102")]
    [InlineData("a hundred and one point five", "101.5")]
    [InlineData("one oh one point five", "101.5")]
    [InlineData("ninety nine point zero four", "99.04")]
    [InlineData("forty-seven", "47")]
    [InlineData("eight hundred and ninety", "890")]
    [InlineData("two thousand three hundred and eleven", "2311")]
    [InlineData("a thousand steps", "1000")]
    [InlineData("5 thousand 2 hundred", "5200")]
    [InlineData("six million four hundred thousand", "6400000")]
    [InlineData("seven and a half", "7.5")]
    [InlineData("four and three quarters", "4.75")]
    [InlineData("two fifths of it", "0.4")]
    [InlineData("a third of the cup", "0.33333")]
    [InlineData("half of it", "0.5")]
    [InlineData("half a dozen pills", "6")]
    [InlineData("two dozen", "24")]
    [InlineData("four and a half million", "4500000")]
    [InlineData("minus three", "-3")]
    [InlineData("7/10", "7")]
    [InlineData("between 6 and 7", "7")]
    [InlineData("5 or 6", "6")]
    [InlineData("120/80", "120 80")]
    [InlineData("1, 3 and 5", "1 3 5")]
    [InlineData("5/14", "5 14")]
    [InlineData("one leg is numb", "")]
    [InlineData("a", "")]
    [InlineData("an", "")]
    [InlineData("\uFF11\uFF10\uFF12", "102")]
    public void English_numbers_are_read(string text, string expected) => Assert.Equal(expected, Read(text, "en"));

    [Theory]
    [InlineData("treinta y ocho y medio", "38.5")]
    [InlineData("treinta y ocho con cinco", "38.5")]
    [InlineData("38 grados y dos d\u00E9cimas", "38.2")]
    [InlineData("38 grados y 4 d\u00E9cimas", "38.4")]
    [InlineData("38'9 de fiebre", "38.9")]
    [InlineData("38\u00BA4", "38.4")]
    [InlineData("38\u00B0 4 veces", "38 4")]
    [InlineData("tengo 38 grados y 2 cobijas", "38 2")]
    [InlineData("treinta y nueve punto dos", "39.2")]
    [InlineData("38,6", "38.6")]
    [InlineData("mil doscientos", "1200")]
    [InlineData("ochocientos noventa y uno", "891")]
    [InlineData("dos mil trescientos", "2300")]
    [InlineData("un mil", "1000")]
    [InlineData("cuatro millones y medio", "4500000")]
    [InlineData("cien mil", "100000")]
    [InlineData("ciento dos", "102")]
    [InlineData("media docena", "6")]
    [InlineData("dos docenas", "24")]
    [InlineData("tres cuartos", "0.75")]
    [InlineData("nueve con un cuarto", "9.25")]
    [InlineData("1.500", "1500")]
    [InlineData("entre 6 y 7", "7")]
    [InlineData("siete de diez", "7")]
    public void Spanish_numbers_are_read(string text, string expected) => Assert.Equal(expected, Read(text, "es"));

    [Theory]
    [InlineData("i walked a million miles", 0)]
    [InlineData("my back bends at a 40 degree angle", 0)]
    [InlineData("101\u00BD", 1)]
    public void Only_readings_of_the_body_are_temperatures(string text, int readings) =>
        Assert.Equal(readings, Shipped.Reader.Read(text, "en").Temperatures.Count(t => t.Celsius is not null));

    private static string Read(string text, string language) =>
        string.Join(
            ' ',
            Shipped
                .Reader.Read(text, language)
                .Numbers.Select(n => Math.Round(n, 5).ToString("0.#####", CultureInfo.InvariantCulture))
        );
}
