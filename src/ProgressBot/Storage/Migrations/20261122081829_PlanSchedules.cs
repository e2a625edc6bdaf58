using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PlanSchedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Schedule",
                table: "Plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"Due\":{\"Day\":\"LastWorkingDay\",\"Number\":1,\"Roll\":\"Back\",\"OpensBefore\":6,\"LocksAfter\":10,\"OpensAt\":\"08:00:00\",\"DueAt\":\"18:00:00\"},\"Cadence\":{\"Opening\":true,\"Offsets\":[-3,-1,0,1,3],\"RepeatEvery\":5,\"CopiesFrom\":3,\"At\":\"10:00:00\",\"Jitter\":20,\"Quiet\":{\"From\":\"20:00:00\",\"To\":\"08:00:00\"}},\"Calendar\":\"Office\"}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Schedule",
                table: "Plans");
        }
    }
}
