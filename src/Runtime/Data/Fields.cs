namespace Runtime.Data;

static class Fields
{
    public static bool IsWhole(double value) => Math.Abs(value) <= 9007199254740992 && Math.Floor(value) == value;
}
